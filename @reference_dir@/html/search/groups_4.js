var searchData=
[
  ['with_20asio_0',['With Asio',['../group__asio.html',1,'']]]
];
