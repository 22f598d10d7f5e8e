var searchData=
[
  ['connector_5fsource_0',['connector_source',['../concepteyeballs_1_1connector__source.html',1,'eyeballs']]],
  ['operation_1',['operation',['../concepteyeballs_1_1operation.html',1,'eyeballs']]],
  ['stagger_2',['stagger',['../concepteyeballs_1_1stagger.html',1,'eyeballs']]],
  ['transport_5fof_3',['transport_of',['../concepteyeballs_1_1transport__of.html',1,'eyeballs']]]
];
