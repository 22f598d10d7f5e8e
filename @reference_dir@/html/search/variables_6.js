var searchData=
[
  ['history_0',['history',['../structeyeballs_1_1connect__options.html#abc68c01da3dd9c81d396f7dd9944d48a',1,'eyeballs::connect_options']]],
  ['history_5fkey_1',['history_key',['../structeyeballs_1_1connect__options.html#ae33da328586491b0f582b81a6ef1402b',1,'eyeballs::connect_options']]],
  ['host_2',['host',['../structeyeballs_1_1connect__report_1_1query.html#aacf2eab709c545e255425d7baaaf7f63',1,'eyeballs::connect_report::query::host()'],['../structeyeballs_1_1connect__subject.html#a4969c64fdb6f0eb33f2fa80b24c409ea',1,'eyeballs::connect_subject::host()'],['../structeyeballs_1_1query__subject.html#aedbbd00d508b878c33fb683cf6532084',1,'eyeballs::query_subject::host()']]]
];
