var searchData=
[
  ['timeout_0',['timeout',['../group__attempts.html#ggaa656efd7cd368634b3e607ad62e08429a90272dda245ae1fb3cf197e91a8689dc',1,'eyeballs']]]
];
