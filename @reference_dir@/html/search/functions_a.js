var searchData=
[
  ['leave_5fout_0',['leave_out',['../structeyeballs_1_1connect__report.html#a81272ae5972fd77704ee2bf2e7245098',1,'eyeballs::connect_report']]],
  ['length_1',['length',['../classeyeballs_1_1nat64__prefix.html#a0612c47b5080e4f0ee91c723d07d599f',1,'eyeballs::nat64_prefix']]]
];
