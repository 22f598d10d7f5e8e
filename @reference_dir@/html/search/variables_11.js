var searchData=
[
  ['use_5ftask_0',['use_task',['../group__asio.html#gaf0378e2b761c79cb22f6878765fb63a8',1,'eyeballs']]],
  ['utf8_1',['utf8',['../structeyeballs_1_1timeline__style.html#af9a5befd948fca5c48ffbf3f7a8656dc',1,'eyeballs::timeline_style']]]
];
