var searchData=
[
  ['default_5fpolicy_5ftable_0',['default_policy_table',['../group__address.html#gac5b06aa96f52da1735a0954f8b602974',1,'eyeballs']]],
  ['default_5fv4_5fscopes_1',['default_v4_scopes',['../group__address.html#ga15d1911384fa1a53738551bcd689e30c',1,'eyeballs']]],
  ['deprecated_2',['deprecated',['../structeyeballs_1_1source__address.html#a9b84499f1180e70775add04e5394ab2c',1,'eyeballs::source_address']]]
];
