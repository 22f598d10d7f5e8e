var searchData=
[
  ['failure_5fdelay_0',['failure_delay',['../structeyeballs_1_1connect__options.html#aa180cc528ee9366cf8a9637338f4c6ae',1,'eyeballs::connect_options::failure_delay()'],['../structeyeballs_1_1configurable__values.html#aabf7f1aa15e41b4316290f4fa261384d',1,'eyeballs::configurable_values::failure_delay()']]],
  ['family_1',['family',['../structeyeballs_1_1connect__report_1_1query.html#a02043ffbc01894a59a4d6399a536bc83',1,'eyeballs::connect_report::query::family()'],['../structeyeballs_1_1query__subject.html#aabd53a9b4999ade98b6f3aaa43ab3554',1,'eyeballs::query_subject::family()']]],
  ['first_5ffamily_5fcount_2',['first_family_count',['../structeyeballs_1_1connect__options.html#aaca91bb5788348a29882cdf2e4cfbfd3',1,'eyeballs::connect_options::first_family_count()'],['../structeyeballs_1_1configurable__values.html#a71764a2770eb9758eb52b0bc913a106c',1,'eyeballs::configurable_values::first_family_count()']]]
];
