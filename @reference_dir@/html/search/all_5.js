var searchData=
[
  ['fail_0',['fail',['../classeyeballs_1_1endpoint__list.html#a033eac7433dadab3eeef45f76ea6b187',1,'eyeballs::endpoint_list::fail()'],['../group__tasks.html#ga1390b6f4bac2afba26a844a16b411eab',1,'eyeballs::fail(Why &amp;&amp;... why)']]],
  ['failed_1',['failed',['../group__trace.html#gga17ecc9091a4321c0264aae733f716ed2a26934eb377001f66e37289a5c93fe284',1,'eyeballs::failed()'],['../group__by__name.html#ggafc352174176414b07e58e1c359e60064a26934eb377001f66e37289a5c93fe284',1,'eyeballs::failed()']]],
  ['failure_2',['failure',['../structeyeballs_1_1failure.html',1,'eyeballs::failure'],['../structeyeballs_1_1failure.html#ad17e834cd646db39ba1e2cbac15a9213',1,'eyeballs::failure::failure(error why) noexcept'],['../structeyeballs_1_1failure.html#a290178127f6b80cd0bd913e28270bf75',1,'eyeballs::failure::failure(std::errc code, Subject &amp;&amp;... subject)']]],
  ['failure_5fdelay_3',['failure_delay',['../structeyeballs_1_1connect__options.html#aa180cc528ee9366cf8a9637338f4c6ae',1,'eyeballs::connect_options::failure_delay()'],['../structeyeballs_1_1configurable__values.html#aabf7f1aa15e41b4316290f4fa261384d',1,'eyeballs::configurable_values::failure_delay()']]],
  ['family_4',['family',['../structeyeballs_1_1connect__report_1_1query.html#a02043ffbc01894a59a4d6399a536bc83',1,'eyeballs::connect_report::query::family()'],['../structeyeballs_1_1query__subject.html#aabd53a9b4999ade98b6f3aaa43ab3554',1,'eyeballs::query_subject::family()']]],
  ['find_5fconnectivity_5',['find_connectivity',['../group__asio.html#gadc04f64ea138c58e241dae38bef0c7c5',1,'eyeballs']]],
  ['find_5fnat64_5fprefixes_6',['find_nat64_prefixes',['../group__address.html#gab257637c772c06320382f978e8fbfcdd',1,'eyeballs']]],
  ['first_5ffamily_5fcount_7',['first_family_count',['../structeyeballs_1_1configurable__values.html#a71764a2770eb9758eb52b0bc913a106c',1,'eyeballs::configurable_values::first_family_count()'],['../structeyeballs_1_1connect__options.html#aaca91bb5788348a29882cdf2e4cfbfd3',1,'eyeballs::connect_options::first_family_count()']]],
  ['flush_8',['flush',['../classeyeballs_1_1history.html#aea32304e92605e6ddce4c94f03dee693',1,'eyeballs::history::flush() noexcept'],['../classeyeballs_1_1history.html#a1bc05a8a7c205c5ce3d85842bd3b0265',1,'eyeballs::history::flush(std::string_view key) noexcept']]],
  ['from_20a_20name_20to_20attempts_9',['From a name to attempts',['../group__by__name.html',1,'']]],
  ['from_5fasio_10',['from_asio',['../group__asio.html#ga5ddf6538852064ee0219ddfc03d9fde1',1,'eyeballs']]]
];
