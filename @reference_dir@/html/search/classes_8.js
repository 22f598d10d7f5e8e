var searchData=
[
  ['omission_0',['omission',['../structeyeballs_1_1connect__report_1_1omission.html',1,'eyeballs::connect_report']]],
  ['omission_5fsubject_1',['omission_subject',['../structeyeballs_1_1omission__subject.html',1,'eyeballs']]]
];
