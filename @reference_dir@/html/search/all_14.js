var searchData=
[
  ['v4_0',['v4',['../structeyeballs_1_1connectivity.html#af96df5988a92d570322468443de8c643',1,'eyeballs::connectivity']]],
  ['v4_5fbytes_1',['v4_bytes',['../classeyeballs_1_1ip__address.html#a9258535638cb06accffbcde57847f611',1,'eyeballs::ip_address']]],
  ['v4_5fscope_5frow_2',['v4_scope_row',['../structeyeballs_1_1v4__scope__row.html',1,'eyeballs']]],
  ['v4_5fscopes_3',['v4_scopes',['../structeyeballs_1_1policy__table.html#a9b19939e4c93508af2137eb32cfe1ca5',1,'eyeballs::policy_table']]],
  ['v6_4',['v6',['../structeyeballs_1_1connectivity.html#aac1c6a18d2dea10f2b81b40411e2eb7b',1,'eyeballs::connectivity']]],
  ['v6_5fbytes_5',['v6_bytes',['../classeyeballs_1_1ip__address.html#ab4cda178b7a899428d1904d5b414e367',1,'eyeballs::ip_address']]],
  ['v6_5fonly_6',['v6_only',['../structeyeballs_1_1connectivity.html#a0a2f6dc3b39804cfc74e8ef0165880ce',1,'eyeballs::connectivity']]],
  ['valid_5fservers_7',['valid_servers',['../classeyeballs_1_1cares__resolver.html#a586470d0475f8bd6c9a165fb443e73bf',1,'eyeballs::cares_resolver']]],
  ['value_8',['value',['../structeyeballs_1_1dataflow__variable.html#a773dbe2c72ac408cdabbfbbb4a1bd4f9',1,'eyeballs::dataflow_variable']]],
  ['value_5ftype_9',['value_type',['../structeyeballs_1_1task.html#a104d2e5c08673b5846ad34a95c81b470',1,'eyeballs::task']]],
  ['view_10',['view',['../group__address.html#gad064b24c74df2e30fb0af2f7089f832e',1,'eyeballs::history']]],
  ['virtual_5frun_11',['virtual_run',['../classeyeballs_1_1virtual__run.html',1,'eyeballs']]],
  ['virtual_5ftime_12',['virtual_time',['../classeyeballs_1_1virtual__time.html',1,'eyeballs::virtual_time'],['../classeyeballs_1_1virtual__time.html#a8d5130bb06477f480bb77bac109351db',1,'eyeballs::virtual_time::virtual_time()']]],
  ['virtual_5ftime_2ehpp_13',['virtual_time.hpp',['../virtual__time_8hpp.html',1,'']]]
];
