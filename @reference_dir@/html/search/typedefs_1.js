var searchData=
[
  ['error_5fcode_0',['error_code',['../group__asio.html#ga89c10921b393fee311d5b8d882e4d629',1,'eyeballs']]],
  ['event_1',['event',['../classeyeballs_1_1connect__observer.html#a05d801d300d57ff360b77d4aa1afa8fa',1,'eyeballs::connect_observer']]]
];
