var searchData=
[
  ['interleave_2ehpp_0',['interleave.hpp',['../interleave_8hpp.html',1,'']]],
  ['ip_5faddress_2ehpp_1',['ip_address.hpp',['../ip__address_8hpp.html',1,'']]]
];
