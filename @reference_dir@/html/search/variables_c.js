var searchData=
[
  ['policy_0',['policy',['../structeyeballs_1_1connect__options.html#afe8719d42c0f0d81ec4d7cef6546a61c',1,'eyeballs::connect_options']]],
  ['precedence_1',['precedence',['../structeyeballs_1_1policy__row.html#a1d1e779cec14efa7f5fb9b6ca47ca5f2',1,'eyeballs::policy_row']]],
  ['preferred_5ffamily_2',['preferred_family',['../structeyeballs_1_1connect__options.html#ac92be799545707e8402af472ad8a10a6',1,'eyeballs::connect_options::preferred_family()'],['../structeyeballs_1_1configurable__values.html#a4e6ae7346f4a884678e79ffc63140a35',1,'eyeballs::configurable_values::preferred_family()']]],
  ['prefix_3',['prefix',['../structeyeballs_1_1policy__row.html#a96d1c69a16018a0b98ad168f7ceed27e',1,'eyeballs::policy_row::prefix()'],['../structeyeballs_1_1v4__scope__row.html#a380120a6ceaa19a3f0596ebc2c0f3352',1,'eyeballs::v4_scope_row::prefix()']]],
  ['prepare_4',['prepare',['../structeyeballs_1_1connect__options.html#a36fcb6f73f0e3a35a199be0e62095432',1,'eyeballs::connect_options']]]
];
