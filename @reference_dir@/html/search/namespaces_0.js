var searchData=
[
  ['eyeballs_0',['eyeballs',['../namespaceeyeballs.html',1,'']]],
  ['on_5fthreads_1',['on_threads',['../namespaceeyeballs_1_1on__threads.html',1,'eyeballs']]]
];
