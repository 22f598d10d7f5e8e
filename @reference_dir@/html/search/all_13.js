var searchData=
[
  ['use_5ftask_0',['use_task',['../group__asio.html#gaf0378e2b761c79cb22f6878765fb63a8',1,'eyeballs']]],
  ['use_5ftask_2ehpp_1',['use_task.hpp',['../use__task_8hpp.html',1,'']]],
  ['use_5ftask_5ft_2',['use_task_t',['../structeyeballs_1_1use__task__t.html',1,'eyeballs']]],
  ['used_3',['used',['../classeyeballs_1_1history__view.html#adc6eeefbc296d20993aa1a3410d8c1d9',1,'eyeballs::history_view']]],
  ['utf8_4',['utf8',['../structeyeballs_1_1timeline__style.html#af9a5befd948fca5c48ffbf3f7a8656dc',1,'eyeballs::timeline_style']]]
];
