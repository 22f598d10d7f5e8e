var searchData=
[
  ['tcp_0',['tcp',['../group__asio.html#gabde484212bce2ba0768873bdde3d4266',1,'eyeballs']]],
  ['time_5fpoint_1',['time_point',['../group__tasks.html#gaf6d470813c871e0131d0aaa43052b084',1,'eyeballs']]]
];
