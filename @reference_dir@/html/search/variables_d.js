var searchData=
[
  ['queries_0',['queries',['../structeyeballs_1_1connect__report.html#a496ecf9ddb404f2d1337f2d423f2c091',1,'eyeballs::connect_report']]]
];
