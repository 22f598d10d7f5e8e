var searchData=
[
  ['task_2ehpp_0',['task.hpp',['../task_8hpp.html',1,'']]],
  ['this_5ftask_2ehpp_1',['this_task.hpp',['../this__task_8hpp.html',1,'']]],
  ['time_2ehpp_2',['time.hpp',['../time_8hpp.html',1,'']]],
  ['timeline_5fsvg_2ehpp_3',['timeline_svg.hpp',['../timeline__svg_8hpp.html',1,'']]],
  ['timeline_5ftext_2ehpp_4',['timeline_text.hpp',['../timeline__text_8hpp.html',1,'']]],
  ['timeout_2ehpp_5',['timeout.hpp',['../timeout_8hpp.html',1,'']]],
  ['transport_2ehpp_6',['transport.hpp',['../transport_8hpp.html',1,'']]]
];
