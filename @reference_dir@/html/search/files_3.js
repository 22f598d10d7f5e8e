var searchData=
[
  ['dataflow_5fvariable_2ehpp_0',['dataflow_variable.hpp',['../dataflow__variable_8hpp.html',1,'']]],
  ['destination_5forder_2ehpp_1',['destination_order.hpp',['../destination__order_8hpp.html',1,'']]]
];
