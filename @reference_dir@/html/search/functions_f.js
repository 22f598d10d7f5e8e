var searchData=
[
  ['race_0',['race',['../group__tasks.html#gaabd357ed7227679ba666f10653fe74df',1,'eyeballs']]],
  ['remove_1',['remove',['../classeyeballs_1_1endpoint__list.html#a6c130b613d14a94bd57ccdb2cc9942d8',1,'eyeballs::endpoint_list']]],
  ['remove_5fduplicates_2',['remove_duplicates',['../group__address.html#gaf5012fea31fe23dbd00ed8116dfc85ea',1,'eyeballs']]],
  ['replace_3',['replace',['../classeyeballs_1_1endpoint__list.html#a3e14779401886cd19dcb263eac5af82e',1,'eyeballs::endpoint_list']]],
  ['report_5fof_4',['report_of',['../group__asio.html#gaff51af87421a022bedc261563b14f6d9',1,'eyeballs::report_of(const error &amp;why) noexcept'],['../group__by__name.html#ga27ab5cb1e68939736b9b61a0c0c85683',1,'eyeballs::report_of(const error &amp;why) noexcept']]],
  ['request_5fstop_5',['request_stop',['../structeyeballs_1_1stop__source.html#a27ef3977b619a4f4b9e2b9f57bf1525f',1,'eyeballs::stop_source']]],
  ['resolve_6',['resolve',['../classeyeballs_1_1resolver.html#aa80310ed9de834b85dd799a182955168',1,'eyeballs::resolver::resolve()'],['../classeyeballs_1_1cares__resolver.html#aca6651985e0d2cbcb836f2ff868feb8f',1,'eyeballs::cares_resolver::resolve()'],['../group__asio.html#ga1e794d250b1fdfd50ea051fe040665e0',1,'eyeballs::resolve()']]],
  ['rtt_7',['rtt',['../classeyeballs_1_1history__view.html#a76ab80cc92ab3766647ba3bbd5d0c74b',1,'eyeballs::history_view']]],
  ['run_8',['run',['../classeyeballs_1_1virtual__time.html#aac448b923c0a22d63ac59c0efe7d04a4',1,'eyeballs::virtual_time']]],
  ['run_5fin_5fvirtual_5ftime_9',['run_in_virtual_time',['../group__testing.html#gadef22f408823e4e41bb6558c8740d8f5',1,'eyeballs::run_in_virtual_time(task&lt; T &gt; t)'],['../group__testing.html#ga6dee91818bcc82aa296be27096a4cac8',1,'eyeballs::run_in_virtual_time(A a)']]],
  ['run_5fon_10',['run_on',['../group__asio.html#ga18dc9b045042082a2d5e032ddbda0f05',1,'eyeballs::run_on(const Executor &amp;executor, F &amp;&amp;f, Args &amp;&amp;... args)'],['../group__asio.html#gaa8072aed2324a3fbdc42d8e947c367e7',1,'eyeballs::run_on(Context &amp;context, F &amp;&amp;f, Args &amp;&amp;... args)']]],
  ['run_5funtil_11',['run_until',['../classeyeballs_1_1virtual__time.html#a3e000f592dfb9e1c2cf59c96c70b1913',1,'eyeballs::virtual_time']]]
];
