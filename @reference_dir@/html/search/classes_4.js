var searchData=
[
  ['failure_0',['failure',['../structeyeballs_1_1failure.html',1,'eyeballs']]]
];
