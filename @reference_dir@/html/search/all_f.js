var searchData=
[
  ['queries_0',['queries',['../structeyeballs_1_1connect__report.html#a496ecf9ddb404f2d1337f2d423f2c091',1,'eyeballs::connect_report']]],
  ['query_1',['query',['../structeyeballs_1_1connect__report_1_1query.html',1,'eyeballs::connect_report']]],
  ['query_5fasked_2',['query_asked',['../group__by__name.html#gga2d2d6bd8581f0b742b817b5e98283e0da519af87b2fe0c2d23582941968e87c71',1,'eyeballs']]],
  ['query_5fended_3',['query_ended',['../group__by__name.html#gga2d2d6bd8581f0b742b817b5e98283e0da972a82286923cc19a0ae444a9acad633',1,'eyeballs']]],
  ['query_5fsubject_4',['query_subject',['../structeyeballs_1_1query__subject.html',1,'eyeballs']]],
  ['query_5fsubject_2ehpp_5',['query_subject.hpp',['../query__subject_8hpp.html',1,'']]]
];
