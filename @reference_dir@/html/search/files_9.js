var searchData=
[
  ['nat64_2ehpp_0',['nat64.hpp',['../address_2nat64_8hpp.html',1,'(Global Namespace)'],['../asio_2dns_2nat64_8hpp.html',1,'(Global Namespace)']]]
];
