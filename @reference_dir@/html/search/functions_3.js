var searchData=
[
  ['deadline_0',['deadline',['../group__tasks.html#ga5fd2c3c38769a2d3a118219337806f5d',1,'eyeballs']]],
  ['disarm_1',['disarm',['../structeyeballs_1_1scheduler.html#a9f595e1823a23122d2d65b3d75e56983',1,'eyeballs::scheduler']]],
  ['discover_5fnat64_2',['discover_nat64',['../group__asio.html#gadc620fdad2bdb51c96192db6efd6f728',1,'eyeballs']]]
];
