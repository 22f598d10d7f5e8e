var searchData=
[
  ['wait_0',['wait',['../structeyeballs_1_1dataflow__variable.html#a09a15ae1229717c2369bbf1607dac7da',1,'eyeballs::dataflow_variable']]],
  ['well_5fknown_5fnat64_5fprefix_1',['well_known_nat64_prefix',['../group__address.html#ga72c692f59d76074513cdb45ae71d6b7e',1,'eyeballs']]],
  ['without_5fmapping_2',['without_mapping',['../group__asio.html#ga6e61f207b612d36a3217f1b1a2ff33ee',1,'eyeballs']]]
];
