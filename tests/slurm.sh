#!/usr/bin/env bash
# A private Slurm on 127.0.0.1 for the tests: a controller and two nodes, all on this machine.
# usage: slurm.sh start FOLDER PORT | kill FOLDER NODE | stop FOLDER
# "kill" ends a node as a power cut does: its daemon and all that runs on it, without a word to the controller.
# Clients find it by SLURM_CONF=FOLDER/slurm.conf. PORT, PORT+1 and PORT+2 must be free.
# Exits with 3, and says what is missing, where it cannot be started here (apt-get install slurm-wlm munge; needs root).
set -euo pipefail
ACTION=${1:-} ROOT=${2:-}
[ -n "$ROOT" ] || { echo "usage: $0 start FOLDER PORT | kill FOLDER NODE | stop FOLDER" >&2; exit 2; }
export SLURM_CONF=$ROOT/slurm.conf PATH=$PATH:/usr/sbin:/sbin

# Whose environment names our cluster, and, where given, this job.
ours() {
  local files
  files=$(grep -slzFx "SLURM_CONF=$SLURM_CONF" /proc/[0-9]*/environ || true)
  [ $# = 0 ] || files=$(grep -slzFx "SLURM_JOB_ID=$1" $files /dev/null || true)
  for file in $files; do file=${file#/proc/}; echo "${file%/environ}"; done
}

case $ACTION in
start)
  PORT=${3:?a port}
  for program in slurmctld slurmd sbatch squeue munged; do
    command -v $program >/dev/null || { echo "no $program here (apt-get install slurm-wlm munge)" >&2; exit 3; }
  done
  [ "$(id -u)" = 0 ] || { echo "a private Slurm is started by root only" >&2; exit 3; }
  id munge >/dev/null 2>&1 || { echo "no user munge here" >&2; exit 3; }
  HOST=$(hostname -s)
  mkdir -p "$ROOT"/{run,state,log,spool/n1,spool/n2}
  chmod 755 "$ROOT"
  install -d -m 755 -o munge -g munge "$ROOT/munge"
  head -c 1024 /dev/urandom >"$ROOT/munge/key"
  chown munge:munge "$ROOT/munge/key"; chmod 400 "$ROOT/munge/key"
  runuser -u munge -- munged --force --key-file="$ROOT/munge/key" --socket="$ROOT/munge/sock" --pid-file="$ROOT/munge/pid" \
    --log-file="$ROOT/munge/log" --seed-file="$ROOT/munge/seed" </dev/null >/dev/null 2>&1
  cat >"$SLURM_CONF" <<CONF
ClusterName=extraction
SlurmctldHost=$HOST(127.0.0.1)
SlurmctldPort=$PORT
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$ROOT/munge/sock
CredType=cred/munge
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
StateSaveLocation=$ROOT/state
SlurmdSpoolDir=$ROOT/spool/%n
SlurmctldPidFile=$ROOT/run/slurmctld.pid
SlurmdPidFile=$ROOT/run/%n.pid
SlurmctldLogFile=$ROOT/log/slurmctld.log
SlurmdLogFile=$ROOT/log/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$ROOT/log/jobcomp.txt
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SlurmctldTimeout=30
# A node that is silent for so many seconds is down, and its jobs are started again.
SlurmdTimeout=6
MinJobAge=900
SchedulerParameters=batch_sched_delay=0,sched_interval=2
NodeName=n[1-2] NodeHostname=$HOST NodeAddr=127.0.0.1 Port=[$((PORT + 1))-$((PORT + 2))] CPUs=1 RealMemory=500 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=60 State=UP
CONF
  # The daemons must not hold this script's output open, or whoever reads it waits for ever.
  slurmctld -f "$SLURM_CONF" </dev/null >/dev/null 2>&1
  for node in n1 n2; do slurmd -f "$SLURM_CONF" -N $node </dev/null >/dev/null 2>&1; done
  for _ in $(seq 150); do
    [ "$(sinfo -h -t idle -o %D 2>/dev/null || true)" = 2 ] && exit 0
    sleep 0.2
  done
  echo "the nodes did not come up; see $ROOT/log" >&2
  exit 1 ;;
kill)
  NODE=${3:?a node}
  jobs=$(squeue -h -w "$NODE" -t R -o %A)
  kill -9 "$(cat "$ROOT/run/$NODE.pid")"
  for job in $jobs; do
    # What watches over a job would tell the controller how it ended: first that, then the job.
    mine=$(ours "$job")
    for process in $mine; do
      watcher=$(awk '/^PPid:/ { print $2 }' "/proc/$process/status" 2>/dev/null || true)
      [ -z "$watcher" ] || kill -9 "$watcher" 2>/dev/null || true
      break
    done
    for process in $mine; do kill -9 "$process" 2>/dev/null || true; done
  done ;;
stop)
  scontrol shutdown >/dev/null 2>&1 || true
  sleep 1
  for process in $(ours); do [ "$process" = $$ ] || [ "$process" = "$PPID" ] || kill -9 "$process" 2>/dev/null || true; done
  for file in "$ROOT"/run/*.pid "$ROOT/munge/pid"; do [ -f "$file" ] && kill "$(cat "$file")" 2>/dev/null || true; done ;;
*) exit 2 ;;
esac
