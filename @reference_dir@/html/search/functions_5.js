var searchData=
[
  ['fail_0',['fail',['../classeyeballs_1_1endpoint__list.html#a033eac7433dadab3eeef45f76ea6b187',1,'eyeballs::endpoint_list::fail()'],['../group__tasks.html#ga1390b6f4bac2afba26a844a16b411eab',1,'eyeballs::fail()']]],
  ['failure_1',['failure',['../structeyeballs_1_1failure.html#ad17e834cd646db39ba1e2cbac15a9213',1,'eyeballs::failure::failure(error why) noexcept'],['../structeyeballs_1_1failure.html#a290178127f6b80cd0bd913e28270bf75',1,'eyeballs::failure::failure(std::errc code, Subject &amp;&amp;... subject)']]],
  ['find_5fconnectivity_2',['find_connectivity',['../group__asio.html#gadc04f64ea138c58e241dae38bef0c7c5',1,'eyeballs']]],
  ['find_5fnat64_5fprefixes_3',['find_nat64_prefixes',['../group__address.html#gab257637c772c06320382f978e8fbfcdd',1,'eyeballs']]],
  ['flush_4',['flush',['../classeyeballs_1_1history.html#a1bc05a8a7c205c5ce3d85842bd3b0265',1,'eyeballs::history::flush(std::string_view key) noexcept'],['../classeyeballs_1_1history.html#aea32304e92605e6ddce4c94f03dee693',1,'eyeballs::history::flush() noexcept']]],
  ['from_5fasio_5',['from_asio',['../group__asio.html#ga5ddf6538852064ee0219ddfc03d9fde1',1,'eyeballs']]]
];
