resource "huaweicloud_apig_instance" "alone" {
  name               = "alone"
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = "5d1c2b3a-0000-4111-8222-333344445555"
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance" "described" {
  name               = "described"
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = "5d1c2b3a-0000-4111-8222-333344445555"
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance" "grouped" {
  name               = "grouped"
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = "5d1c2b3a-0000-4111-8222-333344445555"
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance" "ports" {
  name               = "ports"
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = "5d1c2b3a-0000-4111-8222-333344445555"
  availability_zones = ["az1"]
}
