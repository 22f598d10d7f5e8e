var searchData=
[
  ['label_0',['label',['../structeyeballs_1_1policy__row.html#a0e5cbadd6ceaaab3b1d7ceb581491160',1,'eyeballs::policy_row']]],
  ['leave_5fout_1',['leave_out',['../structeyeballs_1_1connect__report.html#a81272ae5972fd77704ee2bf2e7245098',1,'eyeballs::connect_report']]],
  ['left_5fout_2',['left_out',['../structeyeballs_1_1connect__report.html#a6534bf9f3d349b0e5f92beeed0db2c6b',1,'eyeballs::connect_report::left_out()'],['../group__by__name.html#ggafc352174176414b07e58e1c359e60064a88cbf89c7a886d39e3fe85fa64af6d1e',1,'eyeballs::left_out()'],['../group__trace.html#gga17ecc9091a4321c0264aae733f716ed2a88cbf89c7a886d39e3fe85fa64af6d1e',1,'eyeballs::left_out()']]],
  ['length_3',['length',['../structeyeballs_1_1connect__timeline.html#a6d6537f24ce2ef5715f8097ea1764ff3',1,'eyeballs::connect_timeline::length()'],['../classeyeballs_1_1nat64__prefix.html#a0612c47b5080e4f0ee91c723d07d599f',1,'eyeballs::nat64_prefix::length() const noexcept']]],
  ['lengths_4',['lengths',['../classeyeballs_1_1nat64__prefix.html#a7a08b94479500d59602a4117b1eed05d',1,'eyeballs::nat64_prefix']]],
  ['local_5fv4_5',['local_v4',['../structeyeballs_1_1connect__options.html#a3d428a63d6eb37f96d66c5be6bf02b06',1,'eyeballs::connect_options']]],
  ['local_5fv6_6',['local_v6',['../structeyeballs_1_1connect__options.html#a8291ab058bc6f98785b0f6217c06826a',1,'eyeballs::connect_options']]]
];
