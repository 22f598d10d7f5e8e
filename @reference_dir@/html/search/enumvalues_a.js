var searchData=
[
  ['query_5fasked_0',['query_asked',['../group__by__name.html#gga2d2d6bd8581f0b742b817b5e98283e0da519af87b2fe0c2d23582941968e87c71',1,'eyeballs']]],
  ['query_5fended_1',['query_ended',['../group__by__name.html#gga2d2d6bd8581f0b742b817b5e98283e0da972a82286923cc19a0ae444a9acad633',1,'eyeballs']]]
];
