var searchData=
[
  ['happy_20eyeballs_0',['Happy Eyeballs',['../group__happy__eyeballs.html',1,'']]],
  ['happy_5feyeballs_1',['happy_eyeballs',['../group__happy__eyeballs.html#ga50c614aa1b666bac1edb69208bed3b39',1,'eyeballs::happy_eyeballs(Delay &amp;&amp;delay, Close &amp;&amp;close, Connectors &amp;&amp;connectors)'],['../group__happy__eyeballs.html#gabc9577f2b45d19646f292659f241b7fd',1,'eyeballs::happy_eyeballs(Delay &amp;&amp;delay, Connectors &amp;&amp;connectors)']]],
  ['happy_5feyeballs_2ehpp_2',['happy_eyeballs.hpp',['../happy__eyeballs_8hpp.html',1,'']]],
  ['has_5fnext_3',['has_next',['../classeyeballs_1_1endpoint__list.html#ada037c47912271e5c0b5916d09d4b7b1',1,'eyeballs::endpoint_list::has_next()'],['../classeyeballs_1_1endpoint__list.html#a4f723b5b3735c6f5c5101256a6e1c428',1,'eyeballs::endpoint_list::has_next(address_family family)']]],
  ['has_5fvalue_4',['has_value',['../structeyeballs_1_1dataflow__variable.html#adb55e143e93ef5d00ba4912f2d1c1a0a',1,'eyeballs::dataflow_variable']]],
  ['history_5',['history',['../classeyeballs_1_1history.html',1,'eyeballs::history'],['../structeyeballs_1_1connect__options.html#abc68c01da3dd9c81d396f7dd9944d48a',1,'eyeballs::connect_options::history()'],['../classeyeballs_1_1history.html#a064457d6606c24f83f89f8d10fc94294',1,'eyeballs::history::history()']]],
  ['history_2ehpp_6',['history.hpp',['../history_8hpp.html',1,'']]],
  ['history_5fkey_7',['history_key',['../structeyeballs_1_1connect__options.html#ae33da328586491b0f582b81a6ef1402b',1,'eyeballs::connect_options']]],
  ['history_5fview_8',['history_view',['../classeyeballs_1_1history__view.html',1,'eyeballs']]],
  ['host_9',['host',['../structeyeballs_1_1connect__report_1_1query.html#aacf2eab709c545e255425d7baaaf7f63',1,'eyeballs::connect_report::query::host()'],['../structeyeballs_1_1connect__subject.html#a4969c64fdb6f0eb33f2fa80b24c409ea',1,'eyeballs::connect_subject::host()'],['../structeyeballs_1_1query__subject.html#aedbbd00d508b878c33fb683cf6532084',1,'eyeballs::query_subject::host()']]]
];
