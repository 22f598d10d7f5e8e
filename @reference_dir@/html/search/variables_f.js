var searchData=
[
  ['said_0',['said',['../structeyeballs_1_1query__subject.html#af0b8004ac6332e8238a580a6644402b6',1,'eyeballs::query_subject']]],
  ['scope_1',['scope',['../structeyeballs_1_1v4__scope__row.html#a1799c0d0e4d77fd3210003dd32fed00e',1,'eyeballs::v4_scope_row']]],
  ['service_2',['service',['../structeyeballs_1_1connect__subject.html#a96b413b71846c4fd34066545fc18db71',1,'eyeballs::connect_subject']]],
  ['started_3',['started',['../structeyeballs_1_1connect__report_1_1attempt.html#a3ff1b823a51a02f6f9e2e2c920633a2d',1,'eyeballs::connect_report::attempt']]],
  ['state_4',['state',['../structeyeballs_1_1connect__report_1_1query.html#a2c2dcf9b9a098f1f88b2eb479af5d74e',1,'eyeballs::connect_report::query::state()'],['../structeyeballs_1_1connect__report_1_1attempt.html#a1f0c650a0505ac3babdde38bebf45357',1,'eyeballs::connect_report::attempt::state()']]],
  ['stop_5',['stop',['../structeyeballs_1_1environment.html#a7f3046499eadea9ce54d1dadc3e2a97b',1,'eyeballs::environment']]],
  ['stop_5fpoints_6',['stop_points',['../structeyeballs_1_1scheduler.html#a1ad7a13e473eb6768b26fc275b815b08',1,'eyeballs::scheduler']]],
  ['stopped_7',['stopped',['../group__tasks.html#gaf855badd9fcc6e6725c4106ec2f7fedc',1,'eyeballs']]]
];
