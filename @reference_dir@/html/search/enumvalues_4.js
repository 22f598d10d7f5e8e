var searchData=
[
  ['ended_0',['ended',['../group__by__name.html#gga2d2d6bd8581f0b742b817b5e98283e0dadd2677d07f29951449ecbd2ab3b896eb',1,'eyeballs']]],
  ['exception_1',['exception',['../group__tasks.html#ggae192fa4d7e90a60443ed817d2707772fa42552b1f133f9f8eb406d4f306ea9fd1',1,'eyeballs']]]
];
