var searchData=
[
  ['address_5fleft_5fout_0',['address_left_out',['../group__by__name.html#gga2d2d6bd8581f0b742b817b5e98283e0da5cd77d8a00be9d82cfaae0dfa13bfc67',1,'eyeballs']]],
  ['answered_1',['answered',['../group__trace.html#gga17ecc9091a4321c0264aae733f716ed2abef43a30845ab1a8e7dd32f6f7a9de3b',1,'eyeballs']]],
  ['attempt_5fended_2',['attempt_ended',['../group__by__name.html#gga2d2d6bd8581f0b742b817b5e98283e0da1c190a028e896ebfd78d9c17b8d84918',1,'eyeballs']]],
  ['attempt_5fstarted_3',['attempt_started',['../group__by__name.html#gga2d2d6bd8581f0b742b817b5e98283e0da5d1655e9d55ba341298177849ba4bb48',1,'eyeballs']]],
  ['attempt_5ftimeout_4',['attempt_timeout',['../group__attempts.html#ggaa656efd7cd368634b3e607ad62e08429a7103ceb6352770f39ca666ddf8d2ca81',1,'eyeballs']]]
];
