var searchData=
[
  ['known_5fendpoints_0',['known_endpoints',['../group__asio.html#ga45fe4a75a798fccba29d798080c5101f',1,'eyeballs']]]
];
