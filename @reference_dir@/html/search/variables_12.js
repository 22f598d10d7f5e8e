var searchData=
[
  ['v4_0',['v4',['../structeyeballs_1_1connectivity.html#af96df5988a92d570322468443de8c643',1,'eyeballs::connectivity']]],
  ['v4_5fscopes_1',['v4_scopes',['../structeyeballs_1_1policy__table.html#a9b19939e4c93508af2137eb32cfe1ca5',1,'eyeballs::policy_table']]],
  ['v6_2',['v6',['../structeyeballs_1_1connectivity.html#aac1c6a18d2dea10f2b81b40411e2eb7b',1,'eyeballs::connectivity']]]
];
