var searchData=
[
  ['resolver_0',['resolver',['../classeyeballs_1_1resolver.html',1,'eyeballs']]],
  ['resolver_3c_20tcp_3a_3aendpoint_20_3e_1',['resolver&lt; tcp::endpoint &gt;',['../classeyeballs_1_1resolver.html',1,'eyeballs']]]
];
