var searchData=
[
  ['pending_0',['pending',['../classeyeballs_1_1virtual__time.html#a68b9e2b5f00ee5c56f58c4d007e7075a',1,'eyeballs::virtual_time']]],
  ['policy_5ftable_1',['policy_table',['../structeyeballs_1_1policy__table.html#abd12a72869756a41b17c19273edbc94b',1,'eyeballs::policy_table::policy_table() noexcept=default'],['../structeyeballs_1_1policy__table.html#a134219306fd25274d1efcbd34432199c',1,'eyeballs::policy_table::policy_table(const Rows &amp;of, std::span&lt; const v4_scope_row &gt; scopes=default_v4_scopes) noexcept']]],
  ['position_2',['position',['../classeyeballs_1_1nat64__prefix.html#a0c865ccf89fe3e660719f2c7ba551855',1,'eyeballs::nat64_prefix']]],
  ['post_3',['post',['../structeyeballs_1_1scheduler.html#aa94976468d264b3a98b11fbf8ccd176d',1,'eyeballs::scheduler']]],
  ['post_5fafter_5fevents_4',['post_after_events',['../structeyeballs_1_1scheduler.html#a39ee602a0c07782510dbf697ac3e9664',1,'eyeballs::scheduler']]],
  ['post_5fevent_5',['post_event',['../structeyeballs_1_1scheduler.html#a0df705206980e52f57a75d4fe5427fc2',1,'eyeballs::scheduler']]],
  ['post_5ffrom_5fanywhere_6',['post_from_anywhere',['../structeyeballs_1_1scheduler.html#a7a998d664d9678fd9e387ac5f1d6d9a8',1,'eyeballs::scheduler']]],
  ['post_5flast_7',['post_last',['../structeyeballs_1_1scheduler.html#a22918b4b3349adc5b6800dde9639df1a',1,'eyeballs::scheduler']]],
  ['preferred_8',['preferred',['../structeyeballs_1_1connectivity.html#a4185301b6e5fcfd53dd9df4c3da1e4c5',1,'eyeballs::connectivity']]],
  ['prepare_9',['prepare',['../classeyeballs_1_1socket__preparer.html#a685dd7e2756f2f90a26d2ba730992c99',1,'eyeballs::socket_preparer']]],
  ['prepare_5ftranslated_10',['prepare_translated',['../classeyeballs_1_1socket__preparer.html#abc8f4dfdcca777b315b94abc3c544c31',1,'eyeballs::socket_preparer']]]
];
