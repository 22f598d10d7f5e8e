var searchData=
[
  ['time_5flimit_0',['time_limit',['../group__attempts.html#gaa656efd7cd368634b3e607ad62e08429',1,'eyeballs']]],
  ['timeline_5fmark_1',['timeline_mark',['../group__trace.html#ga17ecc9091a4321c0264aae733f716ed2',1,'eyeballs']]]
];
