var searchData=
[
  ['scheduler_0',['scheduler',['../structeyeballs_1_1scheduler.html',1,'eyeballs']]],
  ['socket_5fpreparer_1',['socket_preparer',['../classeyeballs_1_1socket__preparer.html',1,'eyeballs']]],
  ['source_5faddress_2',['source_address',['../structeyeballs_1_1source__address.html',1,'eyeballs']]],
  ['stop_5fcallback_3',['stop_callback',['../structeyeballs_1_1stop__callback.html',1,'eyeballs']]],
  ['stop_5fsource_4',['stop_source',['../structeyeballs_1_1stop__source.html',1,'eyeballs']]],
  ['stop_5ftoken_5',['stop_token',['../structeyeballs_1_1stop__token.html',1,'eyeballs']]],
  ['stopped_5ft_6',['stopped_t',['../structeyeballs_1_1stopped__t.html',1,'eyeballs']]]
];
