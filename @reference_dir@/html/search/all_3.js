var searchData=
[
  ['dataflow_5fvariable_0',['dataflow_variable',['../structeyeballs_1_1dataflow__variable.html',1,'eyeballs']]],
  ['dataflow_5fvariable_2ehpp_1',['dataflow_variable.hpp',['../dataflow__variable_8hpp.html',1,'']]],
  ['deadline_2',['deadline',['../group__tasks.html#ga5fd2c3c38769a2d3a118219337806f5d',1,'eyeballs']]],
  ['deadlock_3',['deadlock',['../group__tasks.html#ggae192fa4d7e90a60443ed817d2707772fa34007050c21d09c2760c8c64d291e18e',1,'eyeballs']]],
  ['default_5fpolicy_5ftable_4',['default_policy_table',['../group__address.html#gac5b06aa96f52da1735a0954f8b602974',1,'eyeballs']]],
  ['default_5fv4_5fscopes_5',['default_v4_scopes',['../group__address.html#ga15d1911384fa1a53738551bcd689e30c',1,'eyeballs']]],
  ['deprecated_6',['deprecated',['../structeyeballs_1_1source__address.html#a9b84499f1180e70775add04e5394ab2c',1,'eyeballs::source_address']]],
  ['destination_5forder_2ehpp_7',['destination_order.hpp',['../destination__order_8hpp.html',1,'']]],
  ['disarm_8',['disarm',['../structeyeballs_1_1scheduler.html#a9f595e1823a23122d2d65b3d75e56983',1,'eyeballs::scheduler']]],
  ['discover_5fnat64_9',['discover_nat64',['../group__asio.html#gadc620fdad2bdb51c96192db6efd6f728',1,'eyeballs']]],
  ['done_10',['done',['../group__by__name.html#ggafc352174176414b07e58e1c359e60064a6b2ded51d81a4403d8a4bd25fa1e57ee',1,'eyeballs']]],
  ['duration_11',['duration',['../group__tasks.html#gac082b9a5408de621be64afb99a442963',1,'eyeballs']]]
];
