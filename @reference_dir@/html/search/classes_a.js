var searchData=
[
  ['query_0',['query',['../structeyeballs_1_1connect__report_1_1query.html',1,'eyeballs::connect_report']]],
  ['query_5fsubject_1',['query_subject',['../structeyeballs_1_1query__subject.html',1,'eyeballs']]]
];
