var searchData=
[
  ['happy_5feyeballs_0',['happy_eyeballs',['../group__happy__eyeballs.html#ga50c614aa1b666bac1edb69208bed3b39',1,'eyeballs::happy_eyeballs(Delay &amp;&amp;delay, Close &amp;&amp;close, Connectors &amp;&amp;connectors)'],['../group__happy__eyeballs.html#gabc9577f2b45d19646f292659f241b7fd',1,'eyeballs::happy_eyeballs(Delay &amp;&amp;delay, Connectors &amp;&amp;connectors)']]],
  ['has_5fnext_1',['has_next',['../classeyeballs_1_1endpoint__list.html#ada037c47912271e5c0b5916d09d4b7b1',1,'eyeballs::endpoint_list::has_next()'],['../classeyeballs_1_1endpoint__list.html#a4f723b5b3735c6f5c5101256a6e1c428',1,'eyeballs::endpoint_list::has_next(address_family family)']]],
  ['has_5fvalue_2',['has_value',['../structeyeballs_1_1dataflow__variable.html#adb55e143e93ef5d00ba4912f2d1c1a0a',1,'eyeballs::dataflow_variable']]],
  ['history_3',['history',['../classeyeballs_1_1history.html#a064457d6606c24f83f89f8d10fc94294',1,'eyeballs::history']]]
];
