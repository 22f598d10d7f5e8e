var searchData=
[
  ['index_0',['index',['../structeyeballs_1_1connect__event.html#a18d319f99a80c413dc6a3b118e1472ff',1,'eyeballs::connect_event']]]
];
