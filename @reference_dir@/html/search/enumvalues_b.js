var searchData=
[
  ['resolution_5ftimeout_0',['resolution_timeout',['../group__attempts.html#ggaa656efd7cd368634b3e607ad62e08429a197a49e64d1cb54e34c4a233260bed3e',1,'eyeballs']]]
];
