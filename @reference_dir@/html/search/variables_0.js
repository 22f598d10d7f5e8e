var searchData=
[
  ['abandonment_0',['abandonment',['../structeyeballs_1_1scheduler.html#a4ca7b432737ef816ee85ba07b5d3dc81',1,'eyeballs::scheduler']]],
  ['address_1',['address',['../structeyeballs_1_1source__address.html#a80f9f5ead3ef436650c786c5d7000165',1,'eyeballs::source_address']]],
  ['admit_2',['admit',['../structeyeballs_1_1connect__options.html#ab679e7b383e1fee84960a962f8a2b841',1,'eyeballs::connect_options']]],
  ['answers_3',['answers',['../structeyeballs_1_1connect__report_1_1query.html#a8cd79f8e36077fc8be01ef5fbbd84eda',1,'eyeballs::connect_report::query']]],
  ['ask_5fv4_4',['ask_v4',['../structeyeballs_1_1configurable__values.html#a7dea6fc9232d3cb4fac90e7b585ed3a3',1,'eyeballs::configurable_values']]],
  ['ask_5fv6_5',['ask_v6',['../structeyeballs_1_1configurable__values.html#ae67dba46dfa1de18c190b07971b59a83',1,'eyeballs::configurable_values']]],
  ['asked_6',['asked',['../structeyeballs_1_1connect__report_1_1query.html#a21e45d20b1e04c062e46c796b4a8a840',1,'eyeballs::connect_report::query']]],
  ['attempt_5fdelay_7',['attempt_delay',['../structeyeballs_1_1connect__options.html#a8791a8ccd05241204f99b7cb11991a4d',1,'eyeballs::connect_options::attempt_delay()'],['../structeyeballs_1_1configurable__values.html#a88fa2366d6cc93389c179dc5d152b15a',1,'eyeballs::configurable_values::attempt_delay()']]],
  ['attempt_5ftimeout_8',['attempt_timeout',['../structeyeballs_1_1connect__options.html#a748558e019487aa6de1fd30407e4623e',1,'eyeballs::connect_options']]],
  ['attempts_9',['attempts',['../structeyeballs_1_1connect__report.html#a116d811c76bfe39ae8cbddd4e8e7f115',1,'eyeballs::connect_report']]]
];
