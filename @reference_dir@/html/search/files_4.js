var searchData=
[
  ['endpoint_2ehpp_0',['endpoint.hpp',['../endpoint_8hpp.html',1,'']]],
  ['endpoint_5flist_2ehpp_1',['endpoint_list.hpp',['../endpoint__list_8hpp.html',1,'']]],
  ['error_2ehpp_2',['error.hpp',['../asio_2error_8hpp.html',1,'(Global Namespace)'],['../core_2error_8hpp.html',1,'(Global Namespace)']]],
  ['executor_5fand_5flist_2ehpp_3',['executor_and_list.hpp',['../executor__and__list_8hpp.html',1,'']]]
];
