var searchData=
[
  ['policy_5ftable_2ehpp_0',['policy_table.hpp',['../policy__table_8hpp.html',1,'']]]
];
