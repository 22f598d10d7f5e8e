var searchData=
[
  ['known_5fendpoints_0',['known_endpoints',['../group__asio.html#ga45fe4a75a798fccba29d798080c5101f',1,'eyeballs']]],
  ['known_5fendpoints_2ehpp_1',['known_endpoints.hpp',['../known__endpoints_8hpp.html',1,'']]]
];
