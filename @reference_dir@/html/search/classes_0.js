var searchData=
[
  ['address_5ffilter_0',['address_filter',['../classeyeballs_1_1address__filter.html',1,'eyeballs']]],
  ['attempt_1',['attempt',['../structeyeballs_1_1connect__report_1_1attempt.html',1,'eyeballs::connect_report']]],
  ['attempt_5fobserver_2',['attempt_observer',['../classeyeballs_1_1attempt__observer.html',1,'eyeballs']]],
  ['attempt_5fobserver_3c_20tcp_3a_3aendpoint_20_3e_3',['attempt_observer&lt; tcp::endpoint &gt;',['../classeyeballs_1_1attempt__observer.html',1,'eyeballs']]],
  ['attempt_5fsubject_4',['attempt_subject',['../structeyeballs_1_1attempt__subject.html',1,'eyeballs']]]
];
