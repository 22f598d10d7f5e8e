var searchData=
[
  ['pending_0',['pending',['../group__trace.html#gga17ecc9091a4321c0264aae733f716ed2a7c6c2e5d48ab37a007cbf70d3ea25fa4',1,'eyeballs::pending()'],['../group__by__name.html#ggafc352174176414b07e58e1c359e60064a7c6c2e5d48ab37a007cbf70d3ea25fa4',1,'eyeballs::pending()'],['../classeyeballs_1_1virtual__time.html#a68b9e2b5f00ee5c56f58c4d007e7075a',1,'eyeballs::virtual_time::pending() const noexcept']]],
  ['pending_5fwork_1',['pending_work',['../structeyeballs_1_1virtual__time_1_1pending__work.html',1,'eyeballs::virtual_time']]],
  ['policy_2',['policy',['../structeyeballs_1_1connect__options.html#afe8719d42c0f0d81ec4d7cef6546a61c',1,'eyeballs::connect_options']]],
  ['policy_5frow_3',['policy_row',['../structeyeballs_1_1policy__row.html',1,'eyeballs']]],
  ['policy_5ftable_4',['policy_table',['../structeyeballs_1_1policy__table.html',1,'eyeballs::policy_table'],['../structeyeballs_1_1policy__table.html#a134219306fd25274d1efcbd34432199c',1,'eyeballs::policy_table::policy_table(const Rows &amp;of, std::span&lt; const v4_scope_row &gt; scopes=default_v4_scopes) noexcept'],['../structeyeballs_1_1policy__table.html#abd12a72869756a41b17c19273edbc94b',1,'eyeballs::policy_table::policy_table() noexcept=default']]],
  ['policy_5ftable_2ehpp_5',['policy_table.hpp',['../policy__table_8hpp.html',1,'']]],
  ['position_6',['position',['../classeyeballs_1_1nat64__prefix.html#a0c865ccf89fe3e660719f2c7ba551855',1,'eyeballs::nat64_prefix']]],
  ['post_7',['post',['../structeyeballs_1_1scheduler.html#aa94976468d264b3a98b11fbf8ccd176d',1,'eyeballs::scheduler']]],
  ['post_5fafter_5fevents_8',['post_after_events',['../structeyeballs_1_1scheduler.html#a39ee602a0c07782510dbf697ac3e9664',1,'eyeballs::scheduler']]],
  ['post_5fevent_9',['post_event',['../structeyeballs_1_1scheduler.html#a0df705206980e52f57a75d4fe5427fc2',1,'eyeballs::scheduler']]],
  ['post_5ffrom_5fanywhere_10',['post_from_anywhere',['../structeyeballs_1_1scheduler.html#a7a998d664d9678fd9e387ac5f1d6d9a8',1,'eyeballs::scheduler']]],
  ['post_5flast_11',['post_last',['../structeyeballs_1_1scheduler.html#a22918b4b3349adc5b6800dde9639df1a',1,'eyeballs::scheduler']]],
  ['precedence_12',['precedence',['../structeyeballs_1_1policy__row.html#a1d1e779cec14efa7f5fb9b6ca47ca5f2',1,'eyeballs::policy_row']]],
  ['preferred_13',['preferred',['../structeyeballs_1_1connectivity.html#a4185301b6e5fcfd53dd9df4c3da1e4c5',1,'eyeballs::connectivity']]],
  ['preferred_5ffamily_14',['preferred_family',['../structeyeballs_1_1connect__options.html#ac92be799545707e8402af472ad8a10a6',1,'eyeballs::connect_options::preferred_family()'],['../structeyeballs_1_1configurable__values.html#a4e6ae7346f4a884678e79ffc63140a35',1,'eyeballs::configurable_values::preferred_family()']]],
  ['prefix_15',['prefix',['../structeyeballs_1_1policy__row.html#a96d1c69a16018a0b98ad168f7ceed27e',1,'eyeballs::policy_row::prefix()'],['../structeyeballs_1_1v4__scope__row.html#a380120a6ceaa19a3f0596ebc2c0f3352',1,'eyeballs::v4_scope_row::prefix()']]],
  ['prepare_16',['prepare',['../structeyeballs_1_1connect__options.html#a36fcb6f73f0e3a35a199be0e62095432',1,'eyeballs::connect_options::prepare()'],['../classeyeballs_1_1socket__preparer.html#a685dd7e2756f2f90a26d2ba730992c99',1,'eyeballs::socket_preparer::prepare(tcp::socket &amp;socket, const tcp::endpoint &amp;endpoint)=0']]],
  ['prepare_5ftranslated_17',['prepare_translated',['../classeyeballs_1_1socket__preparer.html#abc8f4dfdcca777b315b94abc3c544c31',1,'eyeballs::socket_preparer']]]
];
