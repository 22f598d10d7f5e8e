var searchData=
[
  ['virtual_5ftime_2ehpp_0',['virtual_time.hpp',['../virtual__time_8hpp.html',1,'']]]
];
