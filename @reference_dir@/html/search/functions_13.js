var searchData=
[
  ['v6_5fonly_0',['v6_only',['../structeyeballs_1_1connectivity.html#a0a2f6dc3b39804cfc74e8ef0165880ce',1,'eyeballs::connectivity']]],
  ['valid_5fservers_1',['valid_servers',['../classeyeballs_1_1cares__resolver.html#a586470d0475f8bd6c9a165fb443e73bf',1,'eyeballs::cares_resolver']]],
  ['value_2',['value',['../structeyeballs_1_1dataflow__variable.html#a773dbe2c72ac408cdabbfbbb4a1bd4f9',1,'eyeballs::dataflow_variable']]],
  ['view_3',['view',['../group__address.html#gad064b24c74df2e30fb0af2f7089f832e',1,'eyeballs::history']]],
  ['virtual_5ftime_4',['virtual_time',['../classeyeballs_1_1virtual__time.html#a8d5130bb06477f480bb77bac109351db',1,'eyeballs::virtual_time']]]
];
